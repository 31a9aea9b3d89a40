/** fast-check with one seed for all tests, so that a run can be repeated anywhere. */
import fc from "fast-check";

fc.configureGlobal({ seed: 19_610_801, numRuns: 200 });

export { fc };
