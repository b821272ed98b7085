-- The first step; a semicolon ends a statement.
CREATE TABLE thing (name TEXT NOT NULL);

CREATE INDEX thing_name ON thing (name);
