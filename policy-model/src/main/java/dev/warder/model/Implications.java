package dev.warder.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What each of several capabilities implies, directly and through others; all are numbers. It is
 * worked out once, from below, so a step is one thing taken over from one that is implied.
 */
final class Implications {
  /** A chain of 2,800 takes as many, or forty capabilities that all imply the same 100,000. */
  static final long MAX_STEPS = 4_000_000;

  private static final int[] NOTHING = new int[0];

  private final List<int[]> direct;
  private final int[][] all;
  private final int[] seenBy;
  private final boolean[] begun;
  private final Steps steps = new Steps(MAX_STEPS);
  private int tooMuch = -1;

  /** Works it out for capabilities that each directly imply these, and never in a circle. */
  Implications(List<int[]> direct) {
    this.direct = direct;
    this.all = new int[direct.size()][];
    this.seenBy = new int[direct.size()];
    this.begun = new boolean[direct.size()];
    Arrays.fill(seenBy, -1);
    for (int i = 0; i < all.length && tooMuch < 0; i++) {
      follow(i);
    }
  }

  /** Finishes what one implies before itself, with a stack of its own, since chains may be long. */
  private void follow(int start) {
    Deque<Integer> pending = new ArrayDeque<>();
    pending.push(start);
    while (!pending.isEmpty() && tooMuch < 0) {
      int top = pending.element();
      if (all[top] != null) {
        pending.pop();
      } else if (begun[top]) {
        pending.pop();
        all[top] = below(top);
      } else {
        begun[top] = true;
        for (int implied : direct.get(top)) {
          if (all[implied] == null) {
            pending.push(implied);
          }
        }
      }
    }
  }

  /** Returns all that one implies, when what it directly implies is done. */
  private int[] below(int number) {
    int[] implied = direct.get(number);
    long most = implied.length;
    for (int next : implied) {
      most += all[next].length;
    }
    if (!steps.admit(most)) {
      tooMuch = number;
      return NOTHING;
    }
    if (most == 0) {
      return NOTHING;
    }
    int[] below = new int[(int) most];
    int size = 0;
    for (int next : implied) {
      size = add(next, number, below, size);
      for (int further : all[next]) {
        size = add(further, number, below, size);
      }
    }
    below = Arrays.copyOf(below, size);
    Arrays.sort(below);
    return below;
  }

  private int add(int one, int number, int[] below, int size) {
    if (seenBy[one] == number) {
      return size;
    }
    seenBy[one] = number;
    below[size] = one;
    return size + 1;
  }

  /** Returns the one at which there were too many steps, or -1. */
  int tooMuch() {
    return tooMuch;
  }

  /** Returns how many steps it took. */
  long steps() {
    return steps.taken();
  }

  /** Returns what one implies, in ascending order; for the caller to read, not to write. */
  int[] of(int number) {
    return all[number];
  }
}
