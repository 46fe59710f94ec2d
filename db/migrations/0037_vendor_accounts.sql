-- Why: sign-in by WeCom 企业微信, DingTalk 钉钉 and WeChat 微信 (engine identity): which account of a vendor stands for which person, and
-- sessions that began that way.
-- Locks: a new table; session and sign_in_ticket get a wider check of one column each (a scan under an exclusive lock: 1 million sessions, about a
-- second). Rows: at most one per person and vendor that still counts, plus ended ones.

-- phase: tables

-- The vendor's own name for the person is never stored, only its keyed hash. Ended rows stay: they say that the person took the account away, so
-- that a directory does not put it back.
CREATE TABLE vendor_account (
  federation_id  uuid NOT NULL,
  id             uuid NOT NULL,
  person_id      uuid NOT NULL,
  vendor         text NOT NULL CHECK (vendor IN ('wecom','dingtalk','wechat')),
  account_lookup bytea NOT NULL CHECK (length(account_lookup) = 32),
  bound_by       text NOT NULL CHECK (bound_by IN ('person','directory')),
  bound_at       timestamptz NOT NULL,           -- rounded down to the hour, like the sessions
  ended_at       timestamptz,                    -- likewise
  PRIMARY KEY (federation_id, id),
  CHECK (ended_at >= bound_at)
);
CREATE UNIQUE INDEX vendor_account_once ON vendor_account (federation_id, vendor, account_lookup) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX vendor_account_one_per_person ON vendor_account (federation_id, person_id, vendor) WHERE ended_at IS NULL;
CREATE INDEX vendor_account_ended ON vendor_account (federation_id, vendor, account_lookup) WHERE ended_at IS NOT NULL;

ALTER TABLE session DROP CONSTRAINT session_method_check;
ALTER TABLE session ADD CONSTRAINT session_method_check CHECK (method IN ('code','password','demo','link','wecom','dingtalk','wechat'));
ALTER TABLE sign_in_ticket DROP CONSTRAINT sign_in_ticket_method_check;
ALTER TABLE sign_in_ticket ADD CONSTRAINT sign_in_ticket_method_check CHECK (method IN ('code','password','wecom','dingtalk','wechat'));

-- phase: distribution
SELECT create_distributed_table('vendor_account', 'federation_id');

-- phase: foreign keys
ALTER TABLE vendor_account ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
