/** The light colours and the fonts of app.css, for pictures that leave the page: on a site of other colours and on paper they stay these. */
export const lightColours: Readonly<Record<string, string>> = {
  '--kertas': '#fcfbf8',
  '--panel': '#f4f1ea',
  '--tinta': '#1b1f24',
  '--redup': '#5c636d',
  '--garis': '#ddd8cc',
  '--tepi': '#878d96',
  '--apbd': '#17508f',
  '--tkd': '#b8570b',
  '--alarm': '#a3124a',
  '--lain': '#707884',
  '--laju-1': '#e7eef6',
  '--laju-2': '#bfd3e8',
  '--laju-3': '#8fb3d6',
  '--laju-4': '#5b8fbf',
  '--laju-5': '#2f6ba0',
  '--laju-6': '#164a78',
  '--serif': "ui-serif, Georgia, 'Noto Serif', serif",
  '--sans': "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
};
