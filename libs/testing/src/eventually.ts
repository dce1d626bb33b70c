/** Tries until `check` no longer throws. @throws what it threw last, after `within` milliseconds */
export async function eventually(check: () => Promise<unknown>, within = 1_000): Promise<void> {
  for (const end = performance.now() + within; ; await new Promise((resolve) => setTimeout(resolve, 10))) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}
