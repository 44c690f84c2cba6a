# ruff: noqa: E501 -- a page has the lines that it has
"""A small news page of our own, with the furniture that pages have."""

BODY = "".join(
    f"<p>Абзац {n}. Міністри трьох держав зустрілися у Варшаві, щоб домовитися про спільний фонд, і назвали суму, якої вистачить на рік.</p>\n"
    for n in ("перший", "другий", "третій", "четвертий", "п'ятий")
)
PAGE = f"""<!DOCTYPE html>
<html lang="uk">
<head>
<meta charset="utf-8">
<title>Міністри домовилися про спільний фонд | Наша газета</title>
<meta name="description" content="Троє міністрів назвали суму.">
<meta property="og:title" content="Міністри домовилися про спільний фонд">
<meta property="og:image" content="https://example.org/p.jpg">
<link rel="canonical" href="https://example.org/news/fond">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Міністри домовилися про спільний фонд",
 "datePublished": "2026-11-20T10:15:00+02:00", "author": {{"@type": "Person", "name": "Олена Коваленко"}},
 "articleSection": "Світ", "publisher": {{"@type": "Organization", "name": "Наша газета"}}}}
</script>
</head>
<body>
<nav class="site-menu"><ul><li><a href="/">Головна</a></li><li><a href="/world">Світ</a></li></ul></nav>
<div class="cookie-notice">Ми використовуємо файли cookie, щоб сайт працював краще, і просимо на це вашої згоди просто зараз. <button>Згода</button></div>
<main>
<article>
<h1>Міністри домовилися про спільний фонд</h1>
<div class="views">63</div>
<div class="share-bar">Поділитися: <a href="https://t.me/share" title="Поділитися в Телеграмі">Телеграм</a></div>
<figure><img src="p.jpg" alt="Троє міністрів за столом"><figcaption>Фото: Троє міністрів за столом у Варшаві</figcaption></figure>
{BODY}<div class="newsletter">Підпишіться на нашу розсилку, щоб щоранку отримувати найважливіші новини світу на пошту. <input placeholder="Ваша пошта"></div>
<p>Абзац останній. Далі свої рішення мають ухвалити парламенти, і голосування в них відбудеться ще до кінця грудня.</p>
</article>
<section id="comments"><h3>Коментарі</h3><p>Дуже цікава стаття, дякую редакції за неї, чекаємо на продовження цієї історії!</p></section>
</main>
<footer>© Наша газета, 2026. Усі права захищено.</footer>
</body>
</html>
"""
