-- What players have earned. The columns before the document are copies out of it, for people and queries.
CREATE TABLE player_character (
  owner_hash VARCHAR(64) NOT NULL,
  hero_class VARCHAR(64) NOT NULL,
  name VARCHAR(64) NOT NULL,
  revision BIGINT NOT NULL,
  hero_level INTEGER NOT NULL,
  xp INTEGER NOT NULL,
  gold BIGINT NOT NULL,
  document VARCHAR(1000000) NOT NULL,
  stored_at TIMESTAMP NOT NULL,
  PRIMARY KEY (owner_hash, hero_class)
);
