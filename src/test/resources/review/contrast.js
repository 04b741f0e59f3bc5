// Text whose contrast with what is behind it is below WCAG 2.2, 1.4.3 (AA), with the ratio.
(() => {
  const parse = (colour) => {
    const numbers = colour.match(/[\d.]+/g);
    return numbers && colour.startsWith('rgb')
      ? { rgb: numbers.slice(0, 3).map(Number), alpha: numbers[3] === undefined ? 1 : Number(numbers[3]) }
      : null;
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((it) => {
      const part = it / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behindHtml = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = parse(getComputedStyle(it).backgroundColor);
      if (colour && colour.alpha === 1) return colour.rgb;
    }
    return null;
  };
  // In a picture, the box around it that is filled, else the page of the picture.
  const behindSvg = (element) => {
    for (let it = element.closest('g'); it; it = it.parentElement.closest('g')) {
      const box = it.querySelector(':scope > rect');
      const colour = box && parse(getComputedStyle(box).fill);
      if (colour && !element.matches('.badge, .label')) return colour.rgb;
    }
    return parse(getComputedStyle(element.closest('svg').querySelector('.page')).fill).rgb;
  };
  const found = new Set();
  let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || element.closest('script, style, title, desc')) continue;
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const isDrawn = element.closest('svg') !== null;
    const ink = parse(isDrawn ? style.fill : style.color);
    const behind = isDrawn ? behindSvg(element) : behindHtml(element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = contrast(ink.rgb, behind);
    seen += 1;
    if (ratio < (isLarge ? 3 : 4.5)) {
      found.add(`${element.tagName}.${element.getAttribute('class')} ${ratio.toFixed(2)}`);
    }
  }
  return seen < 500 ? ['only ' + seen + ' texts were seen'] : [...found];
})()
