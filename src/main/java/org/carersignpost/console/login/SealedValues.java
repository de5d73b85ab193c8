package org.carersignpost.console.login;

import org.carersignpost.privacy.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.JdkSerializationRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;

/// What a session keeps, sealed: nobody without the key reads it, and nothing is made into objects
/// that the service did not write.
final class SealedValues implements RedisSerializer<Object> {
  private static final String CONTEXT = "session";

  private final RedisSerializer<Object> plain =
      new JdkSerializationRedisSerializer(SealedValues.class.getClassLoader());
  private final Seal seal;

  SealedValues(Seal seal) {
    this.seal = seal;
  }

  @Override
  public byte[] serialize(@Nullable Object value) {
    byte[] bytes = plain.serialize(value);
    return bytes == null || bytes.length == 0 ? new byte[0] : seal.seal(bytes, CONTEXT);
  }

  @Override
  public @Nullable Object deserialize(byte @Nullable [] bytes) {
    return bytes == null || bytes.length == 0 ? null : plain.deserialize(seal.open(bytes, CONTEXT));
  }
}
