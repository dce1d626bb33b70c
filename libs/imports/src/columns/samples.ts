/** For an UPDATE of imports, with the counts in `r`: a file with somebody who was erased shows no values of its columns any more. */
export const showNoErased = `columns = CASE WHEN r.erased = 0 THEN columns ELSE
  (SELECT jsonb_agg(jsonb_set(c, '{samples}', '[]') ORDER BY n) FROM jsonb_array_elements(columns) WITH ORDINALITY AS s (c, n)) END`;
