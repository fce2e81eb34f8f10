"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "d70f45cd494d67da521d10db6338cc35d1b9ba43eaff5d28100b908d563fc4c4"
