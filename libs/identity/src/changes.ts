/** Gives the record those values of `changes` that are there and differ; returns the names of the changed fields. */
export function applyChanges<T extends object>(record: T, changes: Partial<T>): string[] {
  const fields = (Object.keys(changes) as (keyof T & string)[]).filter(
    (field) => changes[field] !== undefined && changes[field] !== record[field],
  );
  for (const field of fields) Object.assign(record, { [field]: changes[field] });
  return fields;
}
