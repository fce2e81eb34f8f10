"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "a161e03683aef05a6e001ea9c2ddff18efdc9a1bd9054db580bd230476a87f7b"
