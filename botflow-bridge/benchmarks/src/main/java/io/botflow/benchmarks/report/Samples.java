// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.report;

import java.util.Arrays;
import java.util.List;

/**
 * One figure, measured several times.
 *
 * @param values in the order of the rounds, so that those of two contestants can be paired
 */
public record Samples(List<Double> values) {
  /** {@inheritDoc} */
  public Samples {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: none was measured");
    }
  }

  /** One exact figure. */
  public static Samples of(double value) {
    return new Samples(List.of(value));
  }

  /** The middle value. */
  public double median() {
    return quantile(0.5);
  }

  /** The value below which that share of the others lies. */
  public double quantile(double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  }

  /** Round by round, this over the other. */
  public Samples over(Samples other) {
    Double[] ratios = new Double[Math.min(values.size(), other.values.size())];
    Arrays.setAll(ratios, i -> values.get(i) / other.values.get(i));
    return new Samples(List.of(ratios));
  }
}
