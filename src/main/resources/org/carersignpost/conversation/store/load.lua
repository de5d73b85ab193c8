-- Reads a conversation, and what was answered to a message if it was answered already.
-- KEYS: conversation, answered, opt-outs. ARGV: conversation id, message id.
local found = loaded(KEYS[1], KEYS[3], ARGV[1])
found[9] = redis.call('HGET', KEYS[2], ARGV[2])
return found
