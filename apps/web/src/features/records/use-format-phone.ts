import { useEffect, useState } from 'react';
import type * as phone from './phone.js';

type Phone = typeof phone;
let loaded: Phone | null = null;

/**
 * `formatPhone` for lists: the numbering plans of the world weigh more than the list itself, so they come after its first
 * paint; until then a number shows in E.164.
 */
export function useFormatPhone(): (number: string) => string {
  const [plans, setPlans] = useState(loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./phone.js').then((module) => {
      loaded = module;
      setPlans(module);
    });
  }, []);
  return plans?.formatPhone ?? ((number) => number);
}
