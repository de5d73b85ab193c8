import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes the table of word vectors that the intent classifier reads.
///
/// Each word goes once through a sentence encoder, BAAI's bge-small-en-v1.5 (MIT licence, quantised, as
/// published on Maven Central by LangChain4j). The vectors are centred, reduced to their 128 principal components
/// and weighted by how rare the word is (Arora et al. 2017), as in Model2Vec (Tulkens and van Dongen 2024): what is
/// left of the encoder is a table, so that reading a message stays a matter of microseconds and nothing is run.
///
/// The words are the whole words of the encoder's vocabulary, which begins with the most frequent, and those that
/// occur twice or more in the lines of the knowledge base.
///
/// File: `int` dimensions, `int` words, then for each word its UTF-8, a `float` scale and one byte a dimension.
public final class WordVectorsMaker {
  private static final int DIMENSIONS = 128;
  private static final int LONGEST = 20;
  private static final double RARITY = 1e-3;
  private static final int SWEEPS = 12;
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final Pattern VOCABULARY = Pattern.compile("\"([a-z]{1,20})\"\\s*:\\s*(\\d+)");
  private static final Pattern WORD = Pattern.compile("[a-z]+");

  private WordVectorsMaker() {}

  /// @param args the folder `knowledge-base` and the file to write
  public static void main(String[] args) throws IOException {
    Set<String> words = new LinkedHashSet<>(vocabulary());
    int frequent = words.size();
    words.addAll(ownWords(Path.of(args[0])));
    List<String> all = List.copyOf(words);
    double[][] vectors = encode(all);
    centre(vectors);
    double[][] axes = principalAxes(vectors);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
      out.writeInt(DIMENSIONS);
      out.writeInt(all.size());
      for (int i = 0; i < vectors.length; i++) {
        double share = 1 / ((i + 1) * Math.log(1.78 * all.size()));
        double weight = i < frequent ? RARITY / (RARITY + share) : 1;
        write(all.get(i), vectors[i], axes, weight, out);
      }
    }
    System.out.println(all.size() + " words written to " + args[1]);
    System.exit(0); // the encoder keeps threads
  }

  private static List<String> vocabulary() throws IOException {
    try (InputStream in = WordVectorsMaker.class.getResourceAsStream(TOKENIZER)) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<Integer, String> byRank = new TreeMap<>();
      Matcher matcher = VOCABULARY.matcher(json.substring(json.indexOf("\"vocab\"")));
      while (matcher.find()) {
        String word = matcher.group(1);
        if (word.length() > 1 || word.equals("a") || word.equals("i")) {
          byRank.put(Integer.valueOf(matcher.group(2)), word);
        }
      }
      return List.copyOf(byRank.values());
    }
  }

  private static List<String> ownWords(Path knowledgeBase) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (String folder : List.of("intents", "risk")) {
      try (Stream<Path> files = Files.list(knowledgeBase.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(txt|tsv)")).sorted().toList()) {
          Matcher matcher = WORD.matcher(Files.readString(file).toLowerCase().replaceAll("['\u2019]", ""));
          while (matcher.find()) {
            counts.merge(matcher.group(), 1, Integer::sum);
          }
        }
      }
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 1 && entry.getKey().length() <= LONGEST)
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double[][] encode(List<String> words) {
    EmbeddingModel encoder = new BgeSmallEnV15QuantizedEmbeddingModel();
    List<double[]> vectors = new ArrayList<>();
    for (String word : words) {
      float[] vector = encoder.embed(word).content().vector();
      double[] wide = new double[vector.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = vector[i];
      }
      vectors.add(wide);
    }
    return vectors.toArray(double[][]::new);
  }

  private static void centre(double[][] vectors) {
    for (int i = 0; i < vectors[0].length; i++) {
      double sum = 0;
      for (double[] vector : vectors) {
        sum += vector[i];
      }
      for (double[] vector : vectors) {
        vector[i] -= sum / vectors.length;
      }
    }
  }

  /// The eigenvectors of the covariance with the largest eigenvalues, by Jacobi's rotations.
  private static double[][] principalAxes(double[][] vectors) {
    int size = vectors[0].length;
    double[][] a = new double[size][size];
    for (double[] vector : vectors) {
      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          a[i][j] += vector[i] * vector[j];
          a[j][i] = a[i][j];
        }
      }
    }
    double[][] v = new double[size][size]; // rows are eigenvectors
    for (int i = 0; i < size; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -a[i][i]));
    double[][] axes = new double[DIMENSIONS][];
    for (int i = 0; i < DIMENSIONS; i++) {
      axes[i] = v[order.get(i)];
    }
    return axes;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (Math.abs(a[p][q]) < 1e-12) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
      double vp = v[p][k];
      double vq = v[q][k];
      v[p][k] = c * vp - s * vq;
      v[q][k] = s * vp + c * vq;
    }
  }

  private static void write(
      String word, double[] vector, double[][] axes, double weight, DataOutputStream out)
      throws IOException {
    double[] reduced = new double[axes.length];
    double highest = 1e-9;
    for (int i = 0; i < axes.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        reduced[i] += axes[i][j] * vector[j] * weight;
      }
      highest = Math.max(highest, Math.abs(reduced[i]));
    }
    out.writeUTF(word);
    out.writeFloat((float) (highest / 127));
    for (double value : reduced) {
      out.writeByte((int) Math.round(value / highest * 127));
    }
  }
}
