/** Laws: what holds of any value. The values are others each time; a failure tells the seed that finds it again. */
import * as fc from "fast-check";

/** How many values a law is tried on: four in ten of so many; all of them with `LONG=1`. */
export const runs = (wanted: number): number => (process.env.LONG === undefined ? Math.ceil(0.4 * wanted) : wanted);

/** Checks a law, which throws where it does not hold. */
export const always = <Value>(values: fc.Arbitrary<Value>, law: (value: Value) => void, numRuns = 60): void =>
  fc.assert(
    fc.property(values, (value) => {
      law(value);
    }),
    { numRuns: runs(numRuns) },
  );

/** Checks a law that takes its time: what fails is told as it was found. */
export const alwaysInTime = <Value>(
  values: fc.Arbitrary<Value>,
  law: (value: Value) => Promise<void>,
  numRuns = 60,
): Promise<void> => fc.assert(fc.asyncProperty(values, law), { numRuns: runs(numRuns), endOnFailure: true });
