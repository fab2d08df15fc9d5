-- API keys: who has one, what it allows, and the only way in which the API can look.

CREATE TABLE confidential.api_key (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    label text NOT NULL CHECK (label <> ''),
    contact text CHECK (contact <> ''),
    scopes text[] NOT NULL
        CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'export', 'admin']),
    budget bigint NOT NULL CHECK (budget BETWEEN 1000 AND 1000000000000),
    start text NOT NULL,
    hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    previous_hash bytea UNIQUE CHECK (octet_length(previous_hash) = 32),
    previous_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    rotated_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    CHECK ((previous_hash IS NULL) = (previous_until IS NULL))
);
COMMENT ON TABLE confidential.api_key IS
    'API keys of partners. No key stands here, only its SHA-256; rows are kept after they end, so that their numbers keep their meaning.';
COMMENT ON COLUMN confidential.api_key.id IS 'The number by which people and logs name it.';
COMMENT ON COLUMN confidential.api_key.label IS 'Whose it is.';
COMMENT ON COLUMN confidential.api_key.contact IS 'Whom to write to about it.';
COMMENT ON COLUMN confidential.api_key.scopes IS 'What it allows: read asks the API, export takes whole tables, admin operates.';
COMMENT ON COLUMN confidential.api_key.budget IS 'What its requests may cost in a minute.';
COMMENT ON COLUMN confidential.api_key.start IS 'The first characters of the key, by which its holder can tell it.';
COMMENT ON COLUMN confidential.api_key.hash IS 'The SHA-256 of the key.';
COMMENT ON COLUMN confidential.api_key.previous_hash IS 'The SHA-256 of the key that this one replaced.';
COMMENT ON COLUMN confidential.api_key.previous_until IS 'Until when the replaced key is good.';
COMMENT ON COLUMN confidential.api_key.created_at IS 'When it was made.';
COMMENT ON COLUMN confidential.api_key.rotated_at IS 'When it was last replaced.';
COMMENT ON COLUMN confidential.api_key.expires_at IS 'When it ends on its own, if ever.';
COMMENT ON COLUMN confidential.api_key.revoked_at IS 'When somebody ended it.';

-- Loads have no business here.
REVOKE ALL ON confidential.api_key FROM detente_writer;

CREATE FUNCTION api_key_of(digest bytea)
RETURNS TABLE (id integer, scopes text[], budget bigint, state text, seconds_left double precision)
LANGUAGE sql STABLE STRICT SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT k.id, k.scopes, k.budget,
        CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN e.ends_at <= now() THEN 'expired' ELSE 'active' END,
        extract(epoch FROM e.ends_at - now())::double precision
    FROM confidential.api_key k
    CROSS JOIN LATERAL (
        SELECT CASE WHEN k.hash = digest THEN k.expires_at ELSE least(k.previous_until, k.expires_at) END AS ends_at
    ) e
    WHERE k.hash = digest OR k.previous_hash = digest
    ORDER BY k.hash = digest DESC
    LIMIT 1;
END;
COMMENT ON FUNCTION api_key_of(bytea) IS
    'What the key with this SHA-256 allows, and for how long. The reader may call it and see no more: who has no key learns of none.';
REVOKE ALL ON FUNCTION api_key_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api_key_of(bytea) TO detente_reader;
