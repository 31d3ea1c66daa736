-- One row: who this ledger is, and the last sequence given out.
CREATE TABLE ledger (
    id       TEXT NOT NULL,
    sequence INTEGER NOT NULL
) STRICT;

INSERT INTO ledger (id, sequence) VALUES (lower(hex(randomblob(16))), 0);

-- A watched folder. Its id stands in the marker file in it; an inbox that cannot be written to has no marker.
CREATE TABLE inbox (
    id     TEXT PRIMARY KEY,
    path   TEXT NOT NULL,
    marked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the scanner knows of each name in an inbox. Times are milliseconds since 1970 in UTC.
CREATE TABLE file (
    inbox      TEXT NOT NULL REFERENCES inbox (id),
    path       BLOB NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('seen', 'claimed', 'duplicate', 'refused', 'ignored', 'withdrawn', 'removed')),
    size       INTEGER NOT NULL,
    mtime      INTEGER NOT NULL,
    inode      INTEGER NOT NULL,
    sha256     TEXT,
    reason     TEXT,
    detail     TEXT,
    first_seen INTEGER NOT NULL,
    stable     INTEGER,
    changed    INTEGER NOT NULL,
    PRIMARY KEY (inbox, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_document ON file (sha256);

-- A document is its bytes. The state is the queue: what waits is given out by (due, id).
CREATE TABLE document (
    id            INTEGER PRIMARY KEY,
    sha256        TEXT NOT NULL UNIQUE,
    length        INTEGER NOT NULL,
    name          TEXT NOT NULL,
    output        TEXT NOT NULL UNIQUE,
    state         TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'unpacked', 'quarantined')),
    due           INTEGER NOT NULL DEFAULT 0,
    tries         INTEGER NOT NULL DEFAULT 0,
    epoch         INTEGER NOT NULL DEFAULT 0,
    leased_until  INTEGER,
    reason        TEXT,
    detail        TEXT,
    result        TEXT,
    superseded_by TEXT,
    sequence      INTEGER UNIQUE,
    arrived       INTEGER NOT NULL,
    ended         INTEGER
) STRICT;

CREATE INDEX document_queue ON document (state, due, id);

-- Where a document was seen. A place is a path, or a path and what is in the archive there.
CREATE TABLE sighting (
    id      INTEGER PRIMARY KEY,
    inbox   TEXT NOT NULL,
    path    BLOB NOT NULL,
    member  TEXT NOT NULL DEFAULT '',
    sha256  TEXT NOT NULL REFERENCES document (sha256),
    archive TEXT,
    current INTEGER NOT NULL,
    seen    INTEGER NOT NULL,
    UNIQUE (inbox, path, member, sha256)
) STRICT;

CREATE INDEX sighting_document ON sighting (sha256);
CREATE INDEX sighting_archive ON sighting (archive) WHERE archive IS NOT NULL;

-- Every time that reading a document was begun. What has no end was cut off.
CREATE TABLE attempt (
    id      INTEGER PRIMARY KEY,
    sha256  TEXT NOT NULL REFERENCES document (sha256),
    epoch   INTEGER NOT NULL,
    started INTEGER NOT NULL,
    ended   INTEGER,
    outcome TEXT,
    reason  TEXT,
    detail  TEXT,
    UNIQUE (sha256, epoch)
) STRICT;

-- Every result that was committed, the current one and those before it.
CREATE TABLE result (
    sha256    TEXT NOT NULL,
    document  TEXT NOT NULL REFERENCES document (sha256),
    length    INTEGER NOT NULL,
    pages     INTEGER NOT NULL,
    unread    INTEGER NOT NULL,
    forms     INTEGER NOT NULL,
    errors    INTEGER NOT NULL,
    warnings  INTEGER NOT NULL,
    infos     INTEGER NOT NULL,
    committed INTEGER NOT NULL,
    PRIMARY KEY (document, sha256)
) STRICT, WITHOUT ROWID;
