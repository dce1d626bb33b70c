import { useEffect, useState } from 'react';

type Phone = typeof import('./phone.js');
let loaded: Phone | null = null;

/**
 * `formatPhone` for lists: the numbering plans of the world weigh more than the list itself, so they come after its first
 * paint; until then a number shows in E.164.
 */
export function useFormatPhone(): (number: string) => string {
  const [phone, setPhone] = useState(loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./phone.js').then((module) => {
      loaded = module;
      setPhone(module);
    });
  }, []);
  return phone?.formatPhone ?? ((number) => number);
}
