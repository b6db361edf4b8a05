-- The tables for people, queried over HTTP: DuckDB reads only the columns and parts of the files that it needs.
--
--   duckdb < examples/duckdb.sql
--
-- The first time, DuckDB downloads its extension httpfs. Replace the server by the one that you use.

-- 1. Who trains on what people publish unless they switch it off, today, on the free plan, and where the switch is?
SELECT name, regions, sentence, control_url
FROM 'http://localhost:8787/download/latest/ai-data-use-headlines.parquet'
WHERE verdict = 'on-by-default'
  AND certainty = 'practised'
  AND lead_kind = 'published'
  AND plan IN ('any', 'free')
  AND age IN ('any', 'adult')
  AND account IN ('any', 'signed-in')
  AND current_date >= coalesce(valid_from, DATE '0001-01-01')
  AND current_date < coalesce(valid_until, DATE '9999-12-31')
ORDER BY name, regions;

-- 2. In each year, how often did training begin or reach more people, and how often was a choice added?
SELECT
  year(day) AS year,
  count(*) FILTER (WHERE event_type IN ('training-began', 'region-added')) AS training,
  count(*) FILTER (WHERE event_type = 'control-added') AS choices,
  count(*) AS events
FROM 'http://localhost:8787/download/latest/ai-data-use-events.parquet'
GROUP BY year
ORDER BY year;

-- 3. In which categories do answers depend on the plan, and for how many platforms?
SELECT category, count(DISTINCT platform) AS platforms
FROM 'http://localhost:8787/download/latest/ai-data-use-headlines.parquet'
WHERE plan <> 'any'
GROUP BY category
ORDER BY platforms DESC, category;
