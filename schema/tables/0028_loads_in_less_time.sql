-- Loads ask less of Postgres, and of lists that grow as they load, not more with each batch.

-- The same days as before: most dates are of one day, and need no rule.
CREATE FUNCTION edtf_only_day(edtf text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN translate(edtf, '123456789', '000000000') = '0000-00-00'
        THEN make_date(left(edtf, 4)::int, substr(edtf, 6, 2)::int, substr(edtf, 9, 2)::int)
END;
COMMENT ON FUNCTION edtf_only_day(text) IS 'The day of an EDTF text that says one day and nothing else, such as 2025-12-13; null of any other.';

CREATE OR REPLACE FUNCTION edtf_earliest(edtf text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(edtf_only_day(edtf), CASE
    WHEN edtf LIKE '../%' THEN '-infinity'::date
    ELSE edtf_day(split_part(edtf, '/', 1), false)
END);

CREATE OR REPLACE FUNCTION edtf_latest(edtf text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(edtf_only_day(edtf), CASE
    WHEN edtf LIKE '%/..' THEN 'infinity'::date
    WHEN edtf LIKE '%/%' THEN edtf_day(split_part(edtf, '/', 2), true)
    ELSE edtf_day(edtf, true)
END);

-- While a list is loaded for the first time, nothing is known of how many rows it has: an index that begins with the list
-- looks as good as one that begins with the key, and reads all of it.
DROP INDEX sanction_listing_entry;
CREATE INDEX sanction_listing_entry ON sanction_listing (entry_key, dataset_id);
