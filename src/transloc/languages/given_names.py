"""First names of Ukrainians, and how the bearers of the same names in Russia are called in English.

The list is ours: the names that Ukrainian news has most. A name that is not in it proves nothing.
"""

from collections.abc import Mapping

#: Ukrainian spelling → how English-language media write the Russian name of the same saint.
RUSSIAN: Mapping[str, str] = {
    "Анатолій": "Anatoly",
    "Андрій": "Andrey",
    "Антон": "Anton",
    "Аркадій": "Arkady",
    "Артем": "Artyom",
    "Борис": "Boris",
    "Вадим": "Vadim",
    "Валентин": "Valentin",
    "Валентина": "Valentina",
    "Валерій": "Valery",
    "Василь": "Vasily",
    "Віктор": "Viktor",
    "Віталій": "Vitaly",
    "Владислав": "Vladislav",
    "Володимир": "Vladimir",
    "Вячеслав": "Vyacheslav",
    "Геннадій": "Gennady",
    "Георгій": "Georgy",
    "Григорій": "Grigory",
    "Денис": "Denis",
    "Дмитро": "Dmitry",
    "Євген": "Yevgeny",
    "Євгенія": "Yevgenia",
    "Ельвіра": "Elvira",
    "Ігор": "Igor",
    "Іван": "Ivan",
    "Ірина": "Irina",
    "Катерина": "Yekaterina",
    "Кирило": "Kirill",
    "Костянтин": "Konstantin",
    "Ксенія": "Ksenia",
    "Леонід": "Leonid",
    "Лідія": "Lidia",
    "Людмила": "Lyudmila",
    "Максим": "Maxim",
    "Маргарита": "Margarita",
    "Марина": "Marina",
    "Марія": "Maria",
    "Микита": "Nikita",
    "Микола": "Nikolay",
    "Михайло": "Mikhail",
    "Надія": "Nadezhda",
    "Наталія": "Natalia",
    "Наталя": "Natalia",
    "Оксана": "Oksana",
    "Олег": "Oleg",
    "Олександр": "Alexander",
    "Олександра": "Alexandra",
    "Олексій": "Alexey",
    "Олена": "Yelena",
    "Ольга": "Olga",
    "Павло": "Pavel",
    "Петро": "Pyotr",
    "Роман": "Roman",
    "Руслан": "Ruslan",
    "Світлана": "Svetlana",
    "Сергій": "Sergey",
    "Станіслав": "Stanislav",
    "Степан": "Stepan",
    "Тетяна": "Tatyana",
    "Юлія": "Yulia",
    "Юрій": "Yury",
    "Яна": "Yana",
    "Ярослав": "Yaroslav",
}
_ALONE = """
Алла Анастасія Анна Арсен Арсеній Богдан Богдана Борислав Валерія Василина Віра Вікторія Віталіна Влада Галина Ганна Гліб Давид Данило
Дарина Дарія Діана Едуард Емма Єва Єлизавета Зеновій Зоя Зоряна Іванна Ілля Інна Інга Йосип Каріна Катря Христина Лариса Леся Лев Лілія
Любов Любомир Лук’ян Мар’яна Мирослав Мирослава Мирон Назар Назарій Нестор Ніна Олекса Олесь Олеся Орест Остап Пилип Поліна Ростислав
Родіон Святослав Соломія Софія Тарас Тимофій Тимур Уляна Федір Юліан Яків Ярема Ярина
"""

#: All names of the list.
UKRAINIAN = frozenset((*RUSSIAN, *_ALONE.split()))
