-- How far each output has come: everything up to the sequence is written there.
CREATE TABLE delivery (
    target   TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    changed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The findings of the current result of each document; form is empty for those about the document as a whole.
CREATE TABLE finding (
    document TEXT NOT NULL REFERENCES document (sha256),
    form     TEXT NOT NULL,
    number   INTEGER NOT NULL,
    rule     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    severity TEXT NOT NULL,
    PRIMARY KEY (document, form, number)
) STRICT, WITHOUT ROWID;

-- What people decided about a field or a finding: appended, never changed.
CREATE TABLE decision (
    id       INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (sha256),
    form     TEXT NOT NULL,
    rule     TEXT,
    subject  TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    value    TEXT,
    person   TEXT NOT NULL,
    decided  INTEGER NOT NULL
) STRICT;

CREATE INDEX decision_document ON decision (document);
