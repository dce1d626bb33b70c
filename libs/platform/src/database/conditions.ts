/** The WHERE of a list, put together out of the filters that are given; values become `parameters`, never text. */
export class Conditions {
  readonly parameters: unknown[] = [];

  /** @param where conditions that hold in any case */
  constructor(readonly where: string[] = []) {}

  /** Adds a condition on `value`, written with its placeholder (`$1`), unless the filter is not given. */
  add(value: unknown, condition: (placeholder: string) => string): void {
    if (value !== undefined) this.where.push(condition(`$${this.parameters.push(value)}`));
  }

  /** Adds a condition as it stands, its values pushed to `parameters` already; null is none. */
  keep(condition: string | null): void {
    if (condition !== null) this.where.push(condition);
  }
}
