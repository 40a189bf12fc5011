import { formatNumber } from '$lib/format/number';
import type { Task } from '$lib/view/targetingView';
import type { Text } from './language';

/** What an operator does with how many families or recipients. */
export function taskText(task: Task, count: number): Text {
  const [id, en] = [formatNumber(count, 'id'), formatNumber(count, 'en')];
  const family = count === 1 ? 'family' : 'families';
  const recipient = count === 1 ? 'recipient' : 'recipients';
  const texts: Record<Task, Text> = {
    perbarui: { id: `perbarui data ${id} keluarga`, en: `update the data of ${en} ${family}` },
    verifikasi: {
      id: `verifikasi dengan puskesmas ${id} keluarga yang belum bertanggal`,
      en: `verify ${en} undated ${family} with the health post`
    },
    putuskan: {
      id: `usulkan penetapan desil ${id} penerima`,
      en: `propose that the desil of ${en} ${recipient} be decided`
    },
    cocokkan: {
      id: `cocokkan NIK dan KK ${id} penerima yang tidak ada di registri`,
      en: `match NIK and KK of ${en} ${recipient} not in the registry`
    },
    'periksa-tanggal': {
      id: `periksa tanggal ${id} keluarga yang melewati tanggal acuan`,
      en: `check the dates of ${en} ${family} after the as-of date`
    }
  };
  return texts[task];
}
