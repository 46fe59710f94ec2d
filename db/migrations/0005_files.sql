-- Why: what was uploaded, what it is, whose it is and how long it stays (engine files). The bytes lie encrypted under
--   DATA_DIR/files, by id; this table is the only way to them.
-- Locks: new table only. Rows at a large federation: 2 million.

-- phase: tables

CREATE TABLE stored_file (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,                 -- UUIDv4: an anonymous writer's only proof of having uploaded it
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 140),
  kind          text NOT NULL CHECK (kind IN ('image','document','sheet','text')),
  type          text NOT NULL,                 -- media type, found in the bytes
  bytes         bigint NOT NULL CHECK (bytes > 0),
  width         integer,
  height        integer,
  thumbnail     boolean NOT NULL,
  uploaded_by   uuid,                          -- none: an anonymous upload, then uploaded_at is cut to the hour
  uploaded_at   timestamptz NOT NULL,
  owner_kind    text,
  owner_id      uuid,
  place         smallint NOT NULL DEFAULT 0,   -- order among the files of one owner
  attached_at   timestamptz,
  keep_until    timestamptz,                   -- none: as long as its owner
  PRIMARY KEY (federation_id, id),
  CHECK ((owner_kind IS NULL) = (owner_id IS NULL)),
  CHECK ((owner_kind IS NULL) = (attached_at IS NULL)),
  CHECK ((kind = 'image') = (width IS NOT NULL AND height IS NOT NULL))
);
CREATE INDEX stored_file_owner ON stored_file (federation_id, owner_kind, owner_id, place) WHERE owner_kind IS NOT NULL;
CREATE INDEX stored_file_waiting ON stored_file (federation_id, uploaded_at) WHERE owner_kind IS NULL;
CREATE INDEX stored_file_ends ON stored_file (federation_id, keep_until) WHERE keep_until IS NOT NULL;

-- phase: distribution
SELECT create_distributed_table('stored_file', 'federation_id');

-- phase: foreign keys
ALTER TABLE stored_file ADD FOREIGN KEY (federation_id) REFERENCES federation (federation_id);
