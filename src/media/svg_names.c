#include "media/svg_names.h"

#include <string.h>

#include "base/base.h"

#define SVG   S("http://www.w3.org/2000/svg")
#define XLINK S("http://www.w3.org/1999/xlink")
#define XML   S("http://www.w3.org/XML/1998/namespace")

/* SVG 2, appendix F, without what runs (script), moves (animate…, set: they can
 * change an address after it was looked at), or holds pages (foreignObject). */
static const char elements[] =
	" svg g defs symbol use switch view title desc metadata style a image"
	" path rect circle ellipse line polyline polygon text tspan textPath"
	" linearGradient radialGradient stop pattern clipPath mask marker filter"
	" feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix"
	" feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB"
	" feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight"
	" feSpecularLighting feSpotLight feTile feTurbulence ";

/* SVG 2, appendix G and 6.6, without everything that begins with "on". */
static const char attributes[] =
	" id class style lang role tabindex transform x y x1 x2 y1 y2 cx cy r rx ry d dx dy fx fy "
	"fr"
	" width height points pathLength viewBox preserveAspectRatio version baseProfile href title"
	" target rel type media offset orient order refX refY markerWidth markerHeight markerUnits"
	" gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits"
	" patternTransform clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits"
	" filterRes textLength lengthAdjust rotate startOffset method spacing side"
	" systemLanguage requiredFeatures requiredExtensions zoomAndPan contentScriptType"
	" contentStyleType enable-background in in2 result operator k1 k2 k3 k4 mode values "
	"stdDeviation"
	" edgeMode baseFrequency numOctaves seed stitchTiles scale xChannelSelector "
	"yChannelSelector"
	" surfaceScale specularConstant specularExponent diffuseConstant kernelMatrix "
	"kernelUnitLength"
	" divisor bias targetX targetY preserveAlpha azimuth elevation pointsAtX pointsAtY "
	"pointsAtZ z"
	" limitingConeAngle radius tableValues slope intercept amplitude exponent"
	" alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation"
	" color-interpolation-filters color-profile color-rendering cursor direction display"
	" dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font"
	" font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch"
	" font-style font-variant font-variant-ligatures font-weight glyph-orientation-horizontal"
	" glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing"
	" lighting-color line-height marker marker-end marker-mid marker-start mask mask-type"
	" mix-blend-mode opacity overflow paint-order pointer-events shape-inside shape-padding"
	" shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray"
	" stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity"
	" stroke-width text-align text-anchor text-decoration text-decoration-color"
	" text-decoration-line text-decoration-style text-indent text-orientation text-overflow"
	" text-rendering text-transform transform-box transform-origin unicode-bidi vector-effect"
	" visibility white-space word-spacing writing-mode focusable ";

/* Those of them whose value is CSS that may hold an address. */
static const char styles[] =
	" style clip-path color-profile cursor fill filter marker marker-end marker-mid"
	" marker-start mask shape-inside stroke ";

static const char of_xlink[] = " href title type show actuate role arcrole ";
static const char of_xml[] = " space lang ";

static const char *const inert[] = {
	"http://www.inkscape.org/namespaces/inkscape",
	"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"http://creativecommons.org/ns#",
	"http://web.resource.org/cc/",
	"http://purl.org/dc/elements/1.1/",
	"http://www.bohemiancoding.com/sketch/ns",
	"http://www.serif.com/",
	"http://vectornator.io",
	"http://ns.adobe.com/AdobeIllustrator/10.0/",
	"http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/",
	"http://ns.adobe.com/Extensibility/1.0/",
	"http://ns.adobe.com/Graphs/1.0/",
	"http://ns.adobe.com/Variables/1.0/",
	"http://ns.adobe.com/SaveForWeb/1.0/",
	"http://ns.adobe.com/ImageReplacement/1.0/",
	"http://ns.adobe.com/Flows/1.0/",
};

/* Is it a whole word of the list? */
static bool has(const char *list, str name)
{
	char word[40];
	if (name.len + 2 > sizeof(word))
		return false;
	word[0] = ' ';
	memcpy(word + 1, name.ptr, name.len);
	word[name.len + 1] = ' ';
	return name.len && str_find(str_of(list), str_n(word, name.len + 2)) != STR_NONE;
}

bool svg_has_element(str uri, str name)
{
	return str_eq(uri, SVG) && has(elements, name);
}

bool svg_has_attribute(str uri, str name)
{
	if (str_eq(uri, XLINK))
		return has(of_xlink, name);
	if (str_eq(uri, XML))
		return has(of_xml, name);
	return !uri.len && (has(attributes, name) || str_starts(name, S("data-")) ||
				   str_starts(name, S("aria-")));
}

bool svg_is_style(str name)
{
	return has(styles, name);
}

bool svg_is_inert(str uri)
{
	for (size_t i = 0; i < ARRAY_LEN(inert); i++)
		if (str_eq(uri, str_of(inert[i])))
			return true;
	return false;
}
