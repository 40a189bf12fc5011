import type { MethodGroup } from './method';
import { fundingMethods } from './methodFunding';
import { realizationMethods } from './methodRealization';
import { cutMethods, spreadMethods } from './methodSpread';
import { targetingMethods } from './methodTargeting';

/** Every indicator of the site in the order of its pages. */
export const methodGroups: readonly MethodGroup[] = [
  realizationMethods,
  fundingMethods,
  targetingMethods,
  spreadMethods,
  cutMethods
];
