// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

/**
 * How much is measured.
 *
 * @param forks how often all contestants are started anew for the call rates, and for the bytes
 * @param warmUpCalls which each makes before anything is measured
 * @param warmUpMillis for which they do so at least
 * @param rounds how often each contestant has its turn in a fork
 * @param turnMillis for which it is measured then
 * @param byteWarmUps seconds before the bytes are counted
 * @param byteRounds seconds in which they are
 * @param starts how many JVMs are started for each contestant
 * @param storeRows how many rows the large store has
 * @param conversations how many there are with each bot in a round
 * @param botRounds how many rounds there are of them
 * @param files how many files are carried in a round
 * @param fileRounds how many rounds there are of them
 */
record Plan(
    int forks,
    long warmUpCalls,
    long warmUpMillis,
    int rounds,
    long turnMillis,
    int byteWarmUps,
    int byteRounds,
    int starts,
    int storeRows,
    int conversations,
    int botRounds,
    int files,
    int fileRounds) {

  /** For figures to keep. */
  static Plan full() {
    return new Plan(2, 80_000, 30_000, 6, 1_000, 10, 4, 15, 1_000_000, 1_000, 5, 8, 9);
  }

  /** To see that everything works; its figures are of no use. */
  static Plan quick() {
    return new Plan(1, 3_000, 4_000, 1, 200, 2, 1, 2, 20_000, 64, 1, 2, 2);
  }
}
