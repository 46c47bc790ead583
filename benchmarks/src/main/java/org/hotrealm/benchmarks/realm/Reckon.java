package org.hotrealm.benchmarks.realm;

import java.util.concurrent.TimeUnit;
import org.hotrealm.content.api.Formula;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A skill's formula, reckoned once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Reckon implements Formula.Scope {
    private final Formula formula = Formula.of("clamp(roll(4, 7) + 0.3 * power - target.armour / 2, 1, 99)");
    private double power = 12;

    @Benchmark
    public double amount() {
        return formula.value(this);
    }

    @Override
    public double caster(String attribute) {
        return power;
    }

    @Override
    public double target(String attribute) {
        return power / 2;
    }

    @Override
    public double roll(double least, double most) {
        return (least + most) / 2;
    }
}
