package org.carersignpost.conversation.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://cache                          | ALONE    | cache:6379          |     |        | 0 |      | false",
        "redis://cache:6380/2                   | ALONE    | cache:6380          |     |        | 2 |      | false",
        "redis://cache:6380/                    | ALONE    | cache:6380          |     |        | 0 |      | false",
        "redis://:pass@cache                    | ALONE    | cache:6379          |     | pass   | 0 |      | false",
        "redis://pass@cache                     | ALONE    | cache:6379          |     | pass   | 0 |      | false",
        "rediss://amy:p%40s%2Cs+1@cache/15      | ALONE    | cache:6379          | amy | p@s,s+1 | 15 |    | true",
        "redis://[::1]:6380                     | ALONE    | ::1:6380            |     |        | 0 |      | false",
        "redis-sentinel://s1,s2:5000#main       | SENTINEL | s1:26379 s2:5000    |     |        | 0 | main | false",
        "redis-sentinel://pass@s1:1,s2:2/3#main | SENTINEL | s1:1 s2:2           |     | pass   | 3 | main | false",
        "rediss-sentinel://a:b@s1#main          | SENTINEL | s1:26379            | a   | b      | 0 | main | true",
        "redis://a:1,redis://b:2,redis://c      | CLUSTER  | a:1 b:2 c:6379      |     |        | 0 |      | false",
        "'rediss://u:p@a , rediss://u:p@b'      | CLUSTER  | a:6379 b:6379       | u   | p      | 0 |      | true",
        "'redis://a:1,'                         | CLUSTER  | a:1                 |     |        | 0 |      | false",
      })
  void everyFormIsUnderstood(
      String url,
      RedisUrl.Kind kind,
      String nodes,
      @Nullable String user,
      @Nullable String password,
      int database,
      @Nullable String master,
      boolean tls) {
    RedisUrl parsed = RedisUrl.parse(url);
    assertThat(parsed.kind()).isEqualTo(kind);
    assertThat(
            parsed.nodes().stream().map(RedisUrl.Node::toString).collect(Collectors.joining(" ")))
        .isEqualTo(nodes);
    assertThat(parsed.credentials().user()).isEqualTo(Optional.ofNullable(user));
    assertThat(parsed.credentials().password()).isEqualTo(Optional.ofNullable(password));
    assertThat(parsed.database()).isEqualTo(database);
    assertThat(parsed.master()).isEqualTo(Objects.requireNonNullElse(master, ""));
    assertThat(parsed.tls()).isEqualTo(tls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cache:6379",
        "http://hunter2@cache",
        "redis://",
        "redis://hunter2@",
        "redis://hunter2@cache:0",
        "redis://hunter2@cache:99999",
        "redis://hunter2@cache:port",
        "redis://hunter2@cache/one",
        "redis://hunter2@cache#main",
        "redis://%zz:hunter2@cache",
        "redis-sentinel://hunter2@s1,s2",
        "redis://hunter2@a,redis://b",
        "redis://hunter2@a/1,redis://hunter2@b/1",
        "redis://hunter2@a,rediss://hunter2@b",
      })
  void whatIsWrongIsSaidWithoutThePassword(String url) {
    assertThatThrownBy(() -> RedisUrl.parse(url))
        .isInstanceOf(RedisException.class)
        .hasMessageStartingWith("REDIS_URL cannot be read: ")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis://user:hunter2@cache", "redis-sentinel://hunter2@a#main"})
  void aPasswordNeverShowsWhenPrinted(String url) {
    assertThat(RedisUrl.parse(url).toString()).doesNotContain("hunter2");
  }
}
