"""How well the forms of Latvian words meet in one stem.

	forms.py STEMS HUNSPELL

STEMS is build/tests/stems, HUNSPELL the path of lv_LV without .aff and .dic. Takes each STEP-th of the words that
change by cases, degrees or persons, makes their forms by the suffixes of the dictionary and prints three shares in
tenths of a percent: forms that meet in their word's most frequent stem; the same without marks; words that share
it with another word of the sample. With a fourth argument, the forms that do not meet.
"""
import collections
import re
import subprocess
import sys
import unicodedata

STEP = 7


def read_suffixes(path):
    suffixes = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        cells = line.split()
        if len(cells) < 5 or cells[0] != "SFX":
            continue
        strip, add, condition = cells[2], cells[3].split("/")[0], cells[4]
        strip, add = ("" if text == "0" else text for text in (strip, add))
        suffixes[cells[1]].append((strip, add, re.compile("(?:" + condition + ")$")))
    return suffixes


def forms_of(word, flags, suffixes):
    forms = {word}
    for flag in flags:
        for strip, add, condition in suffixes.get(flag, []):
            if word.endswith(strip) and condition.search(word):
                forms.add(word[: len(word) - len(strip)] + add)
    return forms


def sample(name):
    suffixes = read_suffixes(name + ".aff")
    for line in list(open(name + ".dic", encoding="utf-8"))[1::STEP]:
        word, _, flags = line.split()[0].partition("/")
        forms = sorted(form for form in forms_of(word, flags, suffixes) if form.isalpha())
        if word.isalpha() and word.islower() and len(word) > 3 and len(forms) > 3:
            yield word, forms


def without_marks(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def stems(program, words):
    text = "".join(word + "\n" for word in words)
    return subprocess.run([program, "lv"], input=text, capture_output=True, text=True, check=True).stdout.split("\n")


def main():
    program, name = sys.argv[1:3]
    words = list(sample(name))
    shares = []
    for typed in (lambda form: form, without_marks):
        met = total = 0
        owners = collections.Counter()
        keys = iter(stems(program, [typed(form) for _, forms in words for form in forms]))
        for word, forms in words:
            found = [next(keys) for _ in forms]
            most, n = collections.Counter(found).most_common(1)[0]
            met, total = met + n, total + len(forms)
            owners[most] += 1
            if len(sys.argv) > 3 and typed("ā") == "ā":
                print(word, most, *(form + ":" + key for form, key in zip(forms, found) if key != most))
        shares.append(1000 * met // total)
    joined = sum(n for n in owners.values() if n > 1)
    print(*shares, 1000 * joined // len(words))


main()
