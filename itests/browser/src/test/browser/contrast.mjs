// How well each text of a page stands out from what is drawn behind it, as the guidelines for accessible pages reckon it.

const BARE = `.bare *, .bare ::before, .bare ::after { color: transparent !important; caret-color: transparent !important;
  -webkit-text-stroke-color: transparent !important; transition: none !important; }`;

/**
 * Every text in sight with the contrast of the middling pixel behind it, the weakest first. The page lives on meanwhile: what
 * moved, changed or was covered while the picture was taken is left out.
 */
export async function contrasts(player) {
  const texts = await player.see(readTexts);
  await player.see((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    document.documentElement.classList.add("bare");
  }, BARE);
  const picture = (await player.page.screenshot()).toString("base64");
  const still = new Set((await player.see(readTexts)).map(place));
  await player.see(() => document.documentElement.classList.remove("bare"));
  // The page's own rules let no picture in from elsewhere, so that another page measures.
  const lab = await player.context.newPage();
  const found = await lab.evaluate(reckon, { picture, texts: texts.filter((each) => still.has(place(each))) });
  await lab.close();
  return found.sort((a, b) => a.contrast - b.contrast);
}

function place({ text, left, top, width, height }) {
  return [text, left, top, width, height].join();
}

/** In the page: texts that are seen, where, and in which colour. */
function readTexts() {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    const shown = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && parent.closest("noscript, option, .unseen") === null;
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    if (node.textContent.trim() !== "" && shown && over !== null && (parent.contains(over) || over.contains(parent))) {
      let opacity = 1;
      for (let each = parent; each !== null; each = each.parentElement) {
        opacity *= Number(getComputedStyle(each).opacity);
      }
      texts.push({ text: node.textContent.trim(), colour: getComputedStyle(parent).color, opacity, left, top, width, height });
    }
  }
  return texts;
}

/** In another page: contrasts from a picture of the first one without its letters. */
async function reckon({ picture, texts }) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const ctx = new OffscreenCanvas(image.width, image.height).getContext("2d");
  ctx.drawImage(image, 0, 0);
  const part = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) + 0.05;
  return texts.map(({ text, colour, opacity, left, top, width, height }) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    const { data } = ctx.getImageData(Math.max(0, left), Math.max(0, top), Math.max(1, width), Math.max(1, height));
    const all = [];
    for (let i = 0; i < data.length; i += 4) {
      const back = [data[i], data[i + 1], data[i + 2]];
      const fore = [r, g, b].map((c, k) => c * a * opacity + back[k] * (1 - a * opacity));
      const [x, y] = [light(back), light(fore)];
      all.push(Math.max(x, y) / Math.min(x, y));
    }
    all.sort((x, y) => x - y);
    return { text, contrast: Math.round(all[all.length >> 1] * 10) / 10 };
  });
}
