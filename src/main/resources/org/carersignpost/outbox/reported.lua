-- Takes over what the carrier says of the one message that belongs to this text.
-- KEYS: opt-outs. ARGV: prefix, id, now, sid, state, error or nothing.
local changed = learn(ARGV[1], KEYS[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6])
return changed and {changed} or {}
