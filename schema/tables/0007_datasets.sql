-- Who declared which shared row, so that loading one data set leaves the rows of the others alone.

CREATE TABLE dataset_row (
    dataset_id bigint NOT NULL REFERENCES dataset_source (id) ON DELETE CASCADE,
    table_name text NOT NULL CHECK (table_name IN ('country', 'organization', 'source', 'instrument', 'sanction_program')),
    row_id bigint NOT NULL,
    PRIMARY KEY (table_name, row_id, dataset_id)
);
CREATE INDEX dataset_row_dataset ON dataset_row (dataset_id);
COMMENT ON TABLE dataset_row IS
    'Rows that several data sets share; one is removed when the last data set that declared it lets it go.';
COMMENT ON COLUMN dataset_row.dataset_id IS 'The data set that declares the row.';
COMMENT ON COLUMN dataset_row.table_name IS 'The table the row stands in.';
COMMENT ON COLUMN dataset_row.row_id IS 'The row''s id in that table.';
