"""Operations made up from the schema by a fuzzer of others, sent to the whole server: none may be a fault of ours."""
