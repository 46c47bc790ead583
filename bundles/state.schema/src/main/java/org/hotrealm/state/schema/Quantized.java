package org.hotrealm.state.schema;

/**
 * How a fraction is squeezed into a few bits: {@code bits} unsigned bits spread over {@code min}…{@code max}.
 *
 * <p>In {@link Mode#CLAMP} mode values outside are limited to the range and both ends are exact; where {@code min} is
 * {@code -max}, zero is exact too. In {@link Mode#WRAP} mode (angles) values are taken modulo the range. NaN becomes
 * {@code min}, and so do infinities when wrapping.
 *
 * @param min the lowest value
 * @param max the highest value, above {@code min}
 * @param bits 8, 16 or 32
 * @param mode what happens to values outside
 */
public record Quantized(double min, double max, int bits, Mode mode) {
    /** What happens to values outside the range. */
    public enum Mode {
        /** They are limited to it. */
        CLAMP,
        /** They go round, like angles. */
        WRAP
    }

    /** Short for {@link Mode#CLAMP} in declarations. */
    public static final Mode CLAMP = Mode.CLAMP;
    /** Short for {@link Mode#WRAP} in declarations. */
    public static final Mode WRAP = Mode.WRAP;

    /** Refuses ranges that are empty or not finite, and other numbers of bits. */
    public Quantized {
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException(
                    "Quantized range " + min + ".." + max + " must be finite with min below max");
        }
        if (bits != 8 && bits != 16 && bits != 32) {
            throw new IllegalArgumentException("Quantized bits must be 8, 16 or 32, not " + bits);
        }
    }

    private double span() {
        double steps = (double) (1L << bits);
        if (mode == Mode.WRAP) {
            return steps;
        }
        return min == -max ? steps - 2 : steps - 1;
    }

    /** The number that travels for a value. */
    public long encode(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double range = max - min;
        double span = span();
        if (mode == Mode.CLAMP) {
            double limited = Math.max(min, Math.min(max, value));
            return (long) Math.floor((limited - min) / range * span + 0.5);
        }
        if (Double.isInfinite(value)) {
            return 0;
        }
        double turned = (value - min) % range;
        double wrapped = turned < 0 ? turned + range : turned;
        return (long) Math.floor(wrapped / range * span + 0.5) & ((1L << bits) - 1);
    }

    /** The greatest number that stands for a value. */
    long highest() {
        return (long) Math.min(span(), (1L << bits) - 1);
    }

    /** The value a client sees for the number that travelled. */
    public double decode(long steps) {
        return min + steps / span() * (max - min);
    }
}
