/** The first word of an answer that says that the key holds something else than a record. */
export const otherKind = 'other';

/**
 * KEYS: the key, a hash with the fields `version` and `record`. Answers { version, record }, {} where nothing stands, or
 * the word for a key that holds something else.
 */
export const readScript = `
local kind = redis.call('TYPE', KEYS[1]).ok
if kind == 'none' then return {} end
if kind ~= 'hash' then return '${otherKind}' end
local held = redis.call('HMGET', KEYS[1], 'version', 'record')
if not held[1] or not held[2] then return '${otherKind}' end
return held`;

/**
 * KEYS: the key. ARGV: 'nothing' or 'at VERSION', the record, and an ID that was never used. Redis runs a script as one
 * step. A client that lost its connection may send the same call again (ioredis does): what this call itself has written
 * is a yes. Answers 'yes', 'no', or the word for a key that holds something else. The ID is what makes a version one of a
 * kind: a server that lost what it had acknowledged counts the same numbers again.
 */
export const replaceScript = `
local kind = redis.call('TYPE', KEYS[1]).ok
local stands = 'nothing'
local number = 0
if kind == 'hash' then
  local version = redis.call('HGET', KEYS[1], 'version')
  if not version then return '${otherKind}' end
  if string.sub(version, -string.len(ARGV[3]) - 1) == '.' .. ARGV[3] then return 'yes' end
  stands = 'at ' .. version
  number = tonumber(string.match(version, '^(%d+)%.')) or 0
elseif kind ~= 'none' then
  return '${otherKind}'
end
if ARGV[1] ~= stands then return 'no' end
redis.call('HSET', KEYS[1], 'version', string.format('%.0f', number + 1) .. '.' .. ARGV[3], 'record', ARGV[2])
redis.call('PERSIST', KEYS[1])
return 'yes'`;
