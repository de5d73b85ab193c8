-- Reads a conversation with its messages as they stand at one moment.
-- KEYS: conversation, messages, opt-outs. ARGV: conversation id.
local found = loaded(KEYS[1], KEYS[3], ARGV[1])
found[9] = redis.call('LRANGE', KEYS[2], 0, -1)
return found
