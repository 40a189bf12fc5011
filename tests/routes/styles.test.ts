import { expect, test } from 'vitest';
import { stylesFor } from '../../src/routes/[[lang=en]]/[...halaman]/tanam/styles';

const css = `
  :root{--tinta:#000}
  a{color:red}
  .drawing{position:relative;display:none}
  .drawing svg{display:block;width:100%}
  .drawing text{fill:var(--tinta);font-family:var(--sans)}
  .drawing .hatch{display:none}
  .s-hidden.x1,.s-missing.x1{fill:var(--kertas);stroke:var(--garis)}
  .drawing a:focus path{stroke:red}
  text.lain:not(.strong){fill:var(--redup)}
  .other{fill:red}
  @media print{.drawing text{fill:#000}}
  @supports (container-type:inline-size){@container (width<33rem){.drawing.phone{display:block}}}`;

test('a drawing takes the rules of its own marks, in light colours, and no condition', () => {
  const markup = '<g class="drawing phone"><rect class="hatch"/><path class="s-hidden x1"/><text class="lain"/></g>';
  expect(stylesFor(css, markup)).toBe(
    [
      ".drawing text{fill:#1b1f24;font-family:system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif}",
      '.drawing .hatch{display:none}',
      '.s-hidden.x1{fill:#fcfbf8;stroke:#ddd8cc}',
      'text.lain:not(.strong){fill:#5c636d}'
    ].join('')
  );
});
