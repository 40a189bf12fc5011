import { extractJson } from '$lib/server/extractFile';
import type { DataPackage } from '$lib/view/dataPackage';
import type { QualityReport } from '$lib/view/dataQuality';

/** The extract's datapackage.json; throws when there is no extract. */
export function dataPackage(): DataPackage {
  return extractJson('datapackage.json') as DataPackage;
}

/** The extract's kualitas.json; throws when there is no extract. */
export function qualityReport(): QualityReport {
  return extractJson('kualitas.json') as QualityReport;
}
