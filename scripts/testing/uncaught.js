/**
 * Runs in the page before the test framework: an error that no test caught fails the file, also one that comes after its
 * last test. Mocha itself sees only those that come while a test runs.
 */
const errors = [];
addEventListener('error', (event) => errors.push(event.error ?? new Error(event.message)));
addEventListener('unhandledrejection', (event) => errors.push(event.reason));

// Mocha assigns its functions when it sets up; the first chance to add a hook to the whole file is that assignment.
Object.defineProperty(window, 'after', {
  configurable: true,
  set(after) {
    Object.defineProperty(window, 'after', { configurable: true, writable: true, value: after });
    after('leaves no error uncaught', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (errors.length > 0) throw errors[0];
    });
  },
});
