-- A key that several steps of a search find is found once: nine that fit were taken for a page full, and those that
-- are spelled more freely were not looked for.

CREATE FUNCTION search_found(hits search_key[]) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT count(*)::integer
    FROM (SELECT DISTINCT h.subject_type, h.subject_id, h.folded FROM unnest(hits) AS h) AS each
);
COMMENT ON FUNCTION search_found(search_key[]) IS 'How many keys these are, each counted once.';

-- Each step looks further than the one before and is taken only where that found too little. What a step may find
-- is bounded, so that the commonest name costs no more than it must.
CREATE OR REPLACE FUNCTION search_hits(query text, types search_type[] DEFAULT NULL)
RETURNS TABLE (type search_type, id bigint, matched text, score double precision, distance integer)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100
AS $$
#variable_conflict use_column
DECLARE
    most constant integer := 500;
    page constant integer := 25;
    asked constant text COLLATE "C" := search_folded(query);
    wanted constant search_type[] := ARRAY(SELECT DISTINCT t FROM unnest(coalesce(types, enum_range(NULL::search_type))) AS t);
    words constant text[] := ARRAY(SELECT DISTINCT w FROM string_to_table(asked, ' ') AS w ORDER BY w);
    near tsquery[];
    hits search_key[];
BEGIN
    IF asked <> '' THEN
        hits := ARRAY(
            SELECT k FROM unnest(wanted) AS t (type) CROSS JOIN LATERAL (
                SELECT * FROM search_key k
                WHERE k.subject_type = t.type AND k.folded >= asked AND k.folded < asked || U&'\+10FFFF'
                ORDER BY k.folded, k.subject_id LIMIT most
            ) k
        );
    END IF;
    -- One or two letters stand in too many words: they are looked for at the start of texts alone.
    IF cardinality(hits) < most AND length(asked) > 2 THEN
        hits := hits || search_keys(
            concat_ws('|', (SELECT string_agg(quote_literal(w), '&') FROM unnest(words) AS w), quote_literal(replace(asked, ' ', '')))::tsquery,
            wanted, length(asked), most
        );
    END IF;
    IF search_found(hits) < most AND length(asked) > 2 THEN
        -- The longest words are the rarest.
        near := search_near((ARRAY(SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC, w))[:5]);
        hits := hits || search_keys(near[1], wanted, length(asked), most);
        IF search_found(hits) < page THEN
            hits := hits || search_keys(near[2], wanted, length(asked), most);
        END IF;
    END IF;
    RETURN QUERY
    WITH scored AS MATERIALIZED (
        SELECT h.subject_type, h.subject_id, h.text, h.folded, round(10000 * search_score(asked, h.folded))::integer AS score
        FROM unnest(hits) AS h
    ), best AS (
        SELECT DISTINCT ON (s.subject_type, s.subject_id) s.*
        FROM scored s
        WHERE s.score >= 4000
        ORDER BY s.subject_type, s.subject_id, s.score DESC, s.folded
    )
    SELECT b.subject_type, b.subject_id, b.text, b.score / 10000.0::double precision, 10000 - b.score
    FROM best b
    ORDER BY b.score DESC, b.subject_type, b.subject_id
    LIMIT most;
END
$$;
