-- What the figures are made of: years and months of fuzzy dates, and the bounds of counts.

CREATE FUNCTION year_of(edtf text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN edtf NOT LIKE '%/%' THEN left(edtf, 4)::integer END;
COMMENT ON FUNCTION year_of(text) IS 'The year of a fuzzy date; null where it lies between two days.';

CREATE FUNCTION month_of(edtf text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN substring(edtf FROM '^(\d{4}-\d{2})(?!.*/)');
COMMENT ON FUNCTION month_of(text) IS 'The month of a fuzzy date, such as 2025-12; null where it is not known.';

CREATE FUNCTION least_of(value integer, min integer, completeness completeness) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN completeness IN ('EXACT', 'AT_LEAST') THEN coalesce(value, min) ELSE min END;
COMMENT ON FUNCTION least_of(integer, integer, completeness) IS 'The least that a count may be; null where no bound is known.';

CREATE FUNCTION most_of(value integer, max integer, completeness completeness) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN completeness IN ('EXACT', 'AT_MOST') THEN coalesce(value, max) ELSE max END;
COMMENT ON FUNCTION most_of(integer, integer, completeness) IS 'The most that a count may be; null where no bound is known.';

-- What those in a release were charged with, as far as we know them.
CREATE VIEW release_charge AS
SELECT DISTINCT m.release_id, c.category
FROM release_member m
JOIN detention d ON d.detainee_id = m.detainee_id
JOIN charge c ON c.detention_id = d.id
WHERE m.outcome <> 'DISPUTED';
COMMENT ON VIEW release_charge IS 'The categories of the charges of those in a release whom we know one by one.';
COMMENT ON COLUMN release_charge.release_id IS 'The release.';
COMMENT ON COLUMN release_charge.category IS 'A category of charge.';
