"""The process that TypeScript starts: sockets, messages, heartbeats, parent watch. No maths."""
