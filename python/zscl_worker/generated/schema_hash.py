"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "fb3d8b7e7c87c1b501aaee6e18f29a986fa76a6e1fac1fc09b72452d799756ab"
