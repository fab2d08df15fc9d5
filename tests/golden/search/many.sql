SELECT (SELECT row_to_json(o23.*)
  FROM (SELECT (SELECT coalesce(json_agg(o22.*), '[]'::json)
      FROM (SELECT t1.query AS "query",
        (SELECT coalesce(json_agg(o21.*), '[]'::json)
          FROM (SELECT t2.score AS "score",
            t2.matched AS "matched",
            (SELECT coalesce(json_agg(o4.*), '[]'::json)
              FROM (SELECT t3.asked AS "asked",
                t3.found AS "found",
                t3.likeness AS "likeness",
                t3.weight AS "weight"
                FROM search_words_of(t2.words) t3
                ORDER BY t3.place ASC) o4) AS "words",
            CASE WHEN t2.type = 'COUNTRY' THEN (SELECT row_to_json(o6.*)
              FROM (SELECT 'Country:' || t5.id AS "id"
                FROM country t5
                WHERE t5.id = t2.id) o6)
            WHEN t2.type = 'DETAINEE' THEN (SELECT row_to_json(o8.*)
              FROM (SELECT 'Detainee:' || t7.id AS "id"
                FROM detainee t7
                WHERE t7.id = t2.id) o8)
            WHEN t2.type = 'TARGET' THEN (SELECT row_to_json(o10.*)
              FROM (SELECT 'Target:' || t9.id AS "id"
                FROM target t9
                WHERE t9.id = t2.id) o10)
            WHEN t2.type = 'ORGANIZATION' THEN (SELECT row_to_json(o12.*)
              FROM (SELECT 'Organization:' || t11.id AS "id"
                FROM organization t11
                WHERE t11.id = t2.id) o12)
            WHEN t2.type = 'SANCTION_PROGRAM' THEN (SELECT row_to_json(o14.*)
              FROM (SELECT 'SanctionProgram:' || t13.id AS "id"
                FROM sanction_program t13
                WHERE t13.id = t2.id) o14)
            WHEN t2.type = 'AGREEMENT' THEN (SELECT row_to_json(o16.*)
              FROM (SELECT 'Agreement:' || t15.id AS "id"
                FROM agreement t15
                WHERE t15.id = t2.id) o16)
            WHEN t2.type = 'RELEASE' THEN (SELECT row_to_json(o18.*)
              FROM (SELECT 'Release:' || t17.id AS "id"
                FROM release t17
                WHERE t17.id = t2.id) o18)
            WHEN t2.type = 'RELIEF' THEN (SELECT row_to_json(o20.*)
              FROM (SELECT 'Relief:' || t19.id AS "id"
                FROM relief t19
                WHERE t19.id = t2.id) o20) END AS "node"
            FROM search_hits(t1.query, t1.types, t1.kinds, t1.countries, t1.born, t1.programs, t1.first) t2
            ORDER BY t2.distance ASC, t2.type ASC, t2.id ASC) o21) AS "hits"
        FROM search_queries($1::text::json) t1
        ORDER BY t1.place ASC) o22) AS "searchMany") o23) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
